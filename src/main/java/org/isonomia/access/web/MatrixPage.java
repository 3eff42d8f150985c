package org.isonomia.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.access.application.ListActs;
import org.isonomia.page.Frame;
import org.isonomia.page.View;

/** Who may do what, from the program itself: by right, by role, and as a file. */
@Path("/access/matrix")
@RequestScoped
public class MatrixPage {
  /**
   * @param roles in the order of the vocabulary; empty for what everybody may, and for what only
   *     the house may
   */
  public record Line(Permission permission, List<Role> roles, List<ListActs.Act> acts) {}

  public record RoleLine(Role role, List<Permission> may) {}

  public record Model(List<Line> lines, List<RoleLine> roles) {}

  @Inject ListActs acts;
  @Inject Frame frame;

  @GET
  public View show() {
    return View.of(
        "access/matrix",
        new Model(lines(), Arrays.stream(Role.values()).map(MatrixPage::roleLine).toList()));
  }

  /** The same as a table of yes and no, one column a role. */
  @GET
  @Path("csv")
  public Response csv() {
    var t = frame.t();
    var head =
        Stream.concat(
            Stream.of(
                t.t("access.matrix.code"), t.t("access.matrix.right"), t.t("access.matrix.acts")),
            Arrays.stream(Role.values()).map(role -> t.code("role", role)));
    var rows =
        lines().stream()
            .map(
                line ->
                    Stream.concat(
                        Stream.of(
                            line.permission().name(),
                            t.t("access.permission." + line.permission().name()),
                            line.acts().stream()
                                .map(ListActs.Act::toString)
                                .collect(Collectors.joining(", "))),
                        Arrays.stream(Role.values())
                            .map(
                                role ->
                                    t.t(
                                        holds(line.permission(), role)
                                            ? "access.matrix.yes"
                                            : "access.matrix.no"))))
            .map(MatrixPage::row);
    var body = Stream.concat(Stream.of(row(head)), rows).collect(Collectors.joining("\r\n"));
    return Response.ok("\uFEFF" + body + "\r\n", "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"isonomia-who-may.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static boolean holds(Permission permission, Role role) {
    return permission == Permission.ANYONE
        || permission == Permission.SIGNED_IN
        || permission.roles().contains(role);
  }

  private static String row(Stream<String> cells) {
    return cells
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(";"));
  }

  private List<Line> lines() {
    return acts.all().entrySet().stream()
        .map(
            entry ->
                new Line(
                    entry.getKey(),
                    entry.getKey().roles().stream().sorted().toList(),
                    List.copyOf(entry.getValue())))
        .toList();
  }

  private static RoleLine roleLine(Role role) {
    return new RoleLine(
        role, Arrays.stream(Permission.values()).filter(p -> p.roles().contains(role)).toList());
  }
}
