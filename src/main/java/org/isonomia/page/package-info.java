/**
 * The page kit: layout, forms and their errors, languages, the process picture. It knows no other
 * room; every room with pages uses it.
 *
 * <p><b>A page</b> is a Jakarta REST method that returns a {@link org.isonomia.page.View}:
 *
 * <pre>{@code
 * @Path(Language.PATH + "/report/what")          // residents; staff: @Path("/casework/...")
 * public class WhatPage {
 *   @Inject Frame frame;                          // frame.t("intake.what.title"), frame.language()
 *
 *   @GET public View show() { return View.of("intake/what", new What(Form.empty())); }
 *
 *   @POST public Object save(Form form) {         // urlencoded; multipart: Form.of(map)
 *     if (form.isBlank("narrative")) form.error("narrative", "intake.what.narrative.missing");
 *     if (form.hasErrors()) return View.of("intake/what", new What(form)).status(422);
 *     return Redirect.to(frame.link("/report/when")).build();     // always 303 after POST
 *   }
 * }
 * }</pre>
 *
 * <p><b>Its template</b> {@code src/main/jte/intake/what.jte} declares {@code frame} and {@code m}:
 *
 * <pre>{@code
 * @param org.isonomia.page.Frame frame
 * @param org.isonomia.intake.web.What m
 * @template.page.layout(frame = frame, title = frame.t("intake.what.title"), form = m.form(),
 *     back = frame.link("/report/who"), content = @`
 * @template.page.errorSummary(frame = frame, form = m.form())
 * <form method="post" novalidate>
 * @template.page.textarea(frame = frame, form = m.form(), name = "narrative", heading = true,
 *     label = frame.t("intake.what.title"), hint = frame.t("intake.what.hint"))
 * @template.page.button(label = frame.t("page.continue"))
 * </form>
 * `)
 * }</pre>
 *
 * <p><b>Words</b> live in {@code text/<room>_{pl,en,uk}.properties}, keys begin with the room, ICU
 * plurals with named arguments. Labels of stored codes: {@code t.code("ground", "SEX")}.
 *
 * <p><b>Refusals</b>: throw {@code org.isonomia.shared.Problem}; {@link
 * org.isonomia.page.PageFaults} makes the page or the problem+json with the words of {@code
 * <room>.problem.<code>}. A page that holds a form catches what the person can put right and shows
 * the form again with {@code status(422)}; when {@link
 * org.isonomia.page.PageFaults#databaseAway(Throwable)}, with {@code status(503)}.
 *
 * <p><b>A process</b> is shown by {@code @template.page.picture(frame = frame, picture = m.picture())}
 * with {@code ProcessPicture.of(pictures.of("casework", "complaintHandling"), t, visits)}; its names
 * are the room's {@code <room>.picture.<processId>.<elementId>}.
 *
 * <p><b>A file to keep</b>: {@link org.isonomia.page.Pdf} makes a tagged PDF of a template that calls
 * {@code @template.page.paper(frame = frame, title = …, content = …)}. Share the words between page
 * and file in a template of their own (see {@code intake/paperWords}), written as well-formed XML.
 *
 * <p><b>A client that is no browser</b> and posts a page's form must say {@code Sec-Fetch-Site:
 * same-origin} or an {@code Origin} of this host: see {@link org.isonomia.page.SameOrigin}.
 */
package org.isonomia.page;
