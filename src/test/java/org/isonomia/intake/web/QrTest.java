package org.isonomia.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.isonomia.intake.domain.Receipt;
import org.junit.jupiter.api.Test;

class QrTest {
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  @Test
  void the_picture_holds_the_digits_and_nothing_else() throws Exception {
    for (var i = 0; i < 20; i++) {
      var receipt = Receipt.make();
      var qr = Qr.of(receipt.digits());
      assertThat(new Decoder().decode(modules(qr)).getText()).isEqualTo(receipt.digits());
    }
  }

  @Test
  void a_quiet_zone_of_four_lies_around_it() {
    var matcher = MODULE.matcher(Qr.of("12345678901234567890").path());
    var size = Qr.of("12345678901234567890").size();
    while (matcher.find()) {
      assertThat(Integer.parseInt(matcher.group(1))).isBetween(4, size - 5);
      assertThat(Integer.parseInt(matcher.group(2))).isBetween(4, size - 5);
    }
  }

  private static BitMatrix modules(Qr qr) {
    var bits = new BitMatrix(qr.size() - 8);
    var matcher = MODULE.matcher(qr.path());
    while (matcher.find()) {
      bits.set(Integer.parseInt(matcher.group(1)) - 4, Integer.parseInt(matcher.group(2)) - 4);
    }
    return bits;
  }
}
