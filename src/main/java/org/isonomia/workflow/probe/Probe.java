package org.isonomia.workflow.probe;
import jakarta.inject.*;
import jakarta.enterprise.context.*;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.*;
import java.util.*;
import org.isonomia.workflow.*;
import org.isonomia.shared.Problem;
@Path("/api/probe") @ApplicationScoped @Produces("text/plain")
public class Probe {
  @Inject Acts acts; @Inject Worklist list; @Inject Workflow flow; @Inject Timeline time;
  @ApplicationScoped @Transactional public static class Acts {
    @Inject Workflow flow;
    @jakarta.annotation.Resource(lookup="java:app/jdbc/isonomia") javax.sql.DataSource ds;
    public void start(String k, boolean boom) { flow.start("tryOut", k, null, Map.of()); if (boom) throw Problem.conflict("boom"); }
    public void complete(String k) { flow.complete("tryOut", k, "readPost", Map.of()); }
    public void twice(String k) { if (flow.isOpen("tryOut", k, "readPost")) { try { new java.util.concurrent.CountDownLatch(1).await(500, java.util.concurrent.TimeUnit.MILLISECONDS);} catch (InterruptedException e) {} flow.complete("tryOut", k, "readPost", Map.of()); } else throw Problem.conflict("task-not-open"); }
    public boolean tell(String k, boolean good) { return flow.tell("tryOut", k, "workflow.Answered", Map.of("good", good)); }
    public void replan(String k) { flow.replan("tryOut", k); }
    public String sql(String q) { try (var c = ds.getConnection(); var s = c.createStatement()) { var b = new StringBuilder(); if (s.execute(q)) { var r = s.getResultSet(); int n = r.getMetaData().getColumnCount(); while (r.next()) { for (int i = 1; i <= n; i++) b.append(r.getString(i)).append(" | "); b.append('\n'); } } return b.toString(); } catch (java.sql.SQLException e) { return e.toString(); } }
  }
  String wrap(java.util.function.Supplier<Object> s) { long t = System.nanoTime(); try { return s.get() + " in " + (System.nanoTime() - t) / 1000 + " us\n"; } catch (Problem p) { return p.kind() + " " + p.code() + "\n"; } catch (Throwable e) { var b = new java.io.StringWriter(); e.printStackTrace(new java.io.PrintWriter(b)); return b.toString(); } }
  @GET @Path("start/{k}") public String start(@PathParam("k") String k, @QueryParam("boom") boolean boom) { return wrap(() -> { acts.start(k, boom); return "ok"; }); }
  @GET @Path("complete/{k}") public String complete(@PathParam("k") String k) { return wrap(() -> { acts.complete(k); return "ok"; }); }
  @GET @Path("twice/{k}") public String twice(@PathParam("k") String k) { return wrap(() -> { acts.twice(k); return "ok"; }); }
  @GET @Path("replan/{k}") public String replan(@PathParam("k") String k) { return wrap(() -> { acts.replan(k); return "ok"; }); }
  @GET @Path("tell/{k}") public String tell(@PathParam("k") String k, @QueryParam("good") boolean good) { return wrap(() -> acts.tell(k, good)); }
  @GET @Path("trail/{k}") public String trail(@PathParam("k") String k) { return wrap(() -> { var b = new StringBuilder(); flow.trail("tryOut", k).ifPresent(t -> { b.append(t.startedAt() + ".." + t.endedAt() + "\n"); t.steps().forEach(s -> b.append(s + "\n")); }); return b; }); }
  @GET @Path("list") public String list(@QueryParam("due") String due, @QueryParam("id") long id, @QueryParam("roles") @DefaultValue("COORDINATOR") String roles) { return wrap(() -> { var p = list.page(Worklist.View.TEAM, 1, Set.of(roles.split(",")), id == 0 ? null : new Worklist.Key(due == null ? null : java.time.Instant.parse(due), id), 25); return p.tasks().size() + " first " + (p.tasks().isEmpty() ? "" : p.tasks().get(0)) + " more " + p.more(); }); }
  @GET @Path("counts") public String counts() { return wrap(() -> list.counts(7, Set.of("COORDINATOR", "CASE_HANDLER"))); }
  @GET @Path("bench/{n}/{prefix}") public String bench(@PathParam("n") int n, @PathParam("prefix") String p) { return wrap(() -> { for (int i = 0; i < n; i++) acts.start(p + i, false); return n; }); }
  @GET @Path("fail") public String fail(@QueryParam("on") boolean on) { TryOut.fail = on; return on + "\n"; }
  @GET @Path("did") public String did() { return String.join("\n", TryOut.DID) + "\n"; }
  @GET @Path("move") public String move(@QueryParam("to") String to) { return wrap(() -> time.moveTo(java.time.Instant.parse(to))); }
  @POST @Path("sql") public String sql(String q) { return acts.sql(q); }
}
