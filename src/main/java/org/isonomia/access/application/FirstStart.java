package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;

/**
 * Without a demo city and without any account, the first administrator comes by a one-time link. It
 * is handed to the launcher, which prints it once the program is ready; it is in no log of the
 * server.
 */
@ApplicationScoped
public class FirstStart {
  /**
   * System property, because the launcher lives in the same process and nowhere else should see it.
   */
  static final String LINK = "isonomia.first.administrator.link";

  @Inject KeepAccounts accounts;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @Inject
  @ConfigProperty(name = "isonomia.base.url", defaultValue = "")
  String baseUrl;

  void prepare(@Observes @Initialized(ApplicationScoped.class) Object started) {
    if (demo) {
      return;
    }
    var token = Actor.HOUSE.run(accounts::prepareFirstAdministrator);
    if (token != null) {
      System.setProperty(LINK, baseUrl + "/welcome/" + token);
    }
  }
}
