package org.isonomia.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.isonomia.page.LittleForms;

/** A name and a password. */
@ApplicationScoped
public class SignInForm implements LittleForms {
  @Override
  public boolean has(String path) {
    return path.equals("/sign-in");
  }
}
