package org.isonomia.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.isonomia.shared.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes a tagged PDF of a template, in the reader's language: PDF/UA-1 for who has it read aloud,
 * PDF/A-3a for the archive. The template calls {@code @template.page.paper(…)}; its words are the
 * ones of the page that shows the same. Nothing is loaded from anywhere, nothing is written to
 * disk, and one is made at a time.
 */
@ApplicationScoped
public class Pdf {
  private static final String FAMILY = "Isonomia Sans";

  /** Characters of a document; some sixty pages of text. */
  private static final int LARGEST = 400_000;

  private static final int MAY_WAIT = 8;
  private static final long WAIT_SECONDS = 20;

  private final Semaphore one = new Semaphore(1, true);

  @Inject Templates templates;

  /** What every document is made with; read when the first one is made. */
  private static final class Look {
    static final byte[] REGULAR = resource("isonomia-sans-regular.ttf");
    static final byte[] BOLD = resource("isonomia-sans-bold.ttf");
    static final String STYLE = new String(resource("paper.css"), StandardCharsets.UTF_8);
    static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private Look() {}
  }

  static {
    // what it says may quote the document
    XRLog.setLoggingEnabled(false);
  }

  /** For the container. */
  public Pdf() {}

  /** For tests of templates. */
  public Pdf(Templates templates) {
    this.templates = templates;
  }

  /**
   * The bytes of the file.
   *
   * @param view a template made with {@code page/paper}
   * @throws Problem unavailable "paper-busy" when too many are being made
   */
  public byte[] of(View view, Frame frame) {
    Document document = parse(templates.render(view, frame));
    if (one.getQueueLength() >= MAY_WAIT || !turn()) {
      throw Problem.unavailable("paper-busy");
    }
    try {
      return render(document);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    } finally {
      one.release();
    }
  }

  private boolean turn() {
    try {
      return one.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private byte[] render(Document document) throws IOException {
    var out = new ByteArrayOutputStream(64 * 1024);
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
    builder.useColorProfile(Look.COLOURS);
    builder.useFont(
        () -> new ByteArrayInputStream(Look.REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> new ByteArrayInputStream(Look.BOLD), FAMILY, 700, FontStyle.NORMAL, true);
    builder.useUriResolver((base, address) -> null);
    builder.withProducer("Isonomia");
    builder.withW3cDocument(document, null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private Document parse(String html) {
    if (html.length() > LARGEST) {
      throw Problem.tooLarge("paper-too-long");
    }
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      factory.setNamespaceAware(true);
      var reader = factory.newDocumentBuilder();
      reader.setErrorHandler(null); // it would print what it reads
      Document document = reader.parse(new InputSource(new StringReader(html.strip())));
      Element head = (Element) document.getElementsByTagName("head").item(0);
      Element css = document.createElement("style");
      css.setTextContent(Look.STYLE);
      head.appendChild(css);
      head.appendChild(bookmarks(document));
      return document;
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      // its message may quote the document
      throw new IllegalStateException("a template for paper is not well-formed");
    }
  }

  /** Headings of the first and second level, in their order. */
  private static Element bookmarks(Document document) {
    Element all = document.createElement("bookmarks");
    Element above = all;
    var elements = document.getElementsByTagName("*");
    var number = 0;
    for (var i = 0; i < elements.getLength(); i++) {
      var heading = (Element) elements.item(i);
      var first = heading.getTagName().equals("h1");
      if (!first && !heading.getTagName().equals("h2")) {
        continue;
      }
      if (heading.getAttribute("id").isEmpty()) {
        heading.setAttribute("id", "heading-" + ++number);
      }
      Element mark = document.createElement("bookmark");
      mark.setAttribute("name", heading.getTextContent().strip());
      mark.setAttribute("href", "#" + heading.getAttribute("id"));
      if (first) {
        all.appendChild(mark);
        above = mark;
      } else {
        above.appendChild(mark);
      }
    }
    return all;
  }

  private static byte[] resource(String name) {
    try (InputStream in = Pdf.class.getClassLoader().getResourceAsStream("paper/" + name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
