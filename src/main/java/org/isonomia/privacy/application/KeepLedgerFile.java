package org.isonomia.privacy.application;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.privacy.LedgerRows;

/**
 * Every second the file outside the database gets what is new in the ledger. After a pause or a new
 * place of the file it catches up by itself.
 */
@ApplicationScoped
public class KeepLedgerFile {
  private static final Logger LOG = Logger.getLogger(KeepLedgerFile.class.getName());
  private static final String FILE = "ledger.log";
  private static final int AT_ONCE = 10_000;

  @Inject LedgerBook book;
  @Resource ManagedScheduledExecutorService scheduler;

  @Inject
  @ConfigProperty(name = "isonomia.ledger.file")
  Optional<String> file;

  @Inject
  @ConfigProperty(name = "isonomia.data.dir")
  Optional<String> dataFolder;

  private LedgerFile kept;
  private boolean complained;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    if (file.isPresent() || dataFolder.isPresent()) {
      scheduler.scheduleWithFixedDelay(this::once, 1, 1, TimeUnit.SECONDS);
    }
  }

  private synchronized void once() {
    try {
      if (kept == null) {
        kept = LedgerFile.open(path());
      }
      var horizon = book.horizon();
      List<LedgerRows.Line> lines;
      long from = kept.doubtfulFrom();
      do {
        lines = book.from(from, AT_ONCE);
        kept.append(
            lines.stream().filter(l -> !kept.holds(l.id())).map(LedgerRows.Line::written).toList());
        from = lines.isEmpty() ? from : lines.get(lines.size() - 1).id() + 1;
      } while (lines.size() == AT_ONCE);
      kept.looked(horizon);
      complained = false;
    } catch (IOException | RuntimeException e) {
      kept = null; // read anew: it may be another disk by now
      if (!complained) {
        // a schedule that throws would end for good
        LOG.warning("the ledger's file cannot be written: " + e.getClass().getName());
        complained = true;
      }
    }
  }

  /** What happened in the last second before an orderly stop. */
  @PreDestroy
  void end() {
    if (kept != null) {
      once();
    }
  }

  private Path path() {
    return file.map(Path::of).orElseGet(() -> Path.of(dataFolder.orElseThrow(), FILE));
  }
}
