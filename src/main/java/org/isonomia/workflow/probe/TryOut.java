package org.isonomia.workflow.probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.*;
import jakarta.transaction.Transactional;
import java.time.*;
import java.util.*;
import org.isonomia.access.Actor;
import org.isonomia.shared.AppClock;
@Named("tryOut") @ApplicationScoped @Transactional
public class TryOut implements org.isonomia.workflow.Hands {
  @Inject AppClock clock;
  public static final List<String> DID = Collections.synchronizedList(new ArrayList<>());
  public static volatile boolean fail;
  public Plan plan(String key, String task) { return new Plan(clock.instant().plus(Duration.ofDays(3)), null); }
  public Date remindAt(String key) { return Date.from(clock.instant().plus(key.startsWith("S") ? Duration.ofSeconds(3) : Duration.ofDays(2))); }
  public void remind(String key) { DID.add("remind " + key + " " + clock.instant() + " real " + Instant.now() + " " + Actor.current().login()); }
  public void sendLetter(String key) { DID.add("send " + key + " " + clock.instant() + " " + Actor.current().login());
    if (fail) throw new IllegalArgumentException("SECRET-CONTENT " + key); }
}
