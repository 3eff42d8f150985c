package org.isonomia.post.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.isonomia.page.View;
import org.isonomia.post.application.SeeDemoPost;
import org.isonomia.post.application.SeeDemoPost.Letter;

/** Mails of the demo city, where no mail leaves the house. */
@Path("/demo/post")
@RequestScoped
public class DemoPostPage {
  /** The page of the box. */
  public record Box(List<Letter> letters) {}

  @Inject SeeDemoPost post;

  @GET
  public View box() {
    return View.of("post/box", new Box(post.box()));
  }

  @GET
  @Path("/{id: \\d{1,18}}")
  public View letter(@PathParam("id") long id) {
    return View.of("post/letter", post.letter(id));
  }
}
