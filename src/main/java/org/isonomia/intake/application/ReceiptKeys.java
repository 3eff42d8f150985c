package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.isonomia.intake.domain.AcknowledgementCode;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.privacy.Derivation;
import org.isonomia.privacy.Derivation.Cost;
import org.isonomia.privacy.Derivation.Queue;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.Unsealed;

/**
 * What follows from a receipt, by one memory-hard derivation: the index by which its report is
 * found, the key that opens it, and the number of its acknowledgement. None is faster to try than
 * another, so a piece of paper does not shorten the way to the receipt. Length and cost were chosen
 * together (decision 0008).
 */
@ApplicationScoped
public class ReceiptKeys {
  /**
   * @param index stored beside the report
   * @param key stored nowhere
   * @param acknowledgement its keyed hash is stored with the day, apart from the report
   */
  record Derived(String index, byte[] key, AcknowledgementCode acknowledgement) {
    @Override
    public String toString() {
      return "Derived";
    }
  }

  @Inject HouseSecret house;
  @Inject Unsealed unsealed;

  private Derivation.Salted salted;

  /** For a report that is being filed. */
  Derived ofNew(Receipt receipt) {
    return of(receipt, Queue.HOLDING);
  }

  /** For a receipt that was typed back; only before any connection is taken. */
  Derived ofTyped(Receipt receipt) {
    return of(receipt, Queue.RECEIPT);
  }

  private Derived of(Receipt receipt, Queue queue) {
    if (unsealed.isOn()) {
      var key = house.key("unsealed receipt " + receipt.digits());
      return new Derived(HexFormat.of().formatHex(key), key, AcknowledgementCode.of(key));
    }
    var derived = salted().derive(receipt.digits(), queue);
    return new Derived(
        HexFormat.of().formatHex(derived.part("index")),
        derived.part("key"),
        AcknowledgementCode.of(derived.part("acknowledgement")));
  }

  private synchronized Derivation.Salted salted() {
    if (salted == null) {
      salted = new Derivation.Salted(house.key("salt of receipts"), Cost.RECEIPT);
    }
    return salted;
  }
}
