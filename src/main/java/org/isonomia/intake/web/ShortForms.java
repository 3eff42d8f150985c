package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.isonomia.page.LittleForms;

/** The code of an unfinished report, and the buttons of the first and of the last page. */
@ApplicationScoped
public class ShortForms implements LittleForms {
  private static final Pattern PATHS =
      Pattern.compile("/[a-z]{2,3}/(later(/.*)?|form/(notice|done))");

  @Override
  public boolean has(String path) {
    return PATHS.matcher(path).matches();
  }
}
