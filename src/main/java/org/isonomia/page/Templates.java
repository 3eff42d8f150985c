package org.isonomia.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** The compiled templates of all rooms. */
@ApplicationScoped
public class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.isonomia.jte");

  /**
   * The whole page as text, so that a fault in the middle can still become another answer.
   *
   * @throws gg.jte.TemplateException when there is no such template or it fails
   */
  public String render(View view, Frame frame) {
    Map<String, Object> params = new HashMap<>();
    params.put("frame", frame);
    params.put("m", view.model());
    StringOutput out = new StringOutput(16 * 1024);
    engine.render(view.template() + ".jte", params, out);
    return out.toString();
  }
}
