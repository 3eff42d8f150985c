package org.isonomia.evidence.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.events.Characters;
import javax.xml.stream.events.StartElement;

/**
 * Fields of a word document: instructions that a program carries out, with the result that was last
 * shown. Some start programs or fetch from elsewhere; only those that count pages and the like keep
 * their instruction, all keep their result.
 */
final class Fields {
  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\s*(PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|TOC|REF|PAGEREF|NOTEREF|STYLEREF|SEQ"
              + "|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|LISTNUM|SYMBOL|EQ)(\\s.*|\\\\.*|)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A place in the same document, as in a table of contents. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "\\s*HYPERLINK\\s+\\\\l\\s+\"[^\"]*\"(\\s*\\\\[hn])*\\s*", Pattern.CASE_INSENSITIVE);

  private static final Set<String> INSTRUCTION = Set.of("instrText", "delInstrText");
  private static final Set<String> CHOICES = Set.of("Choice", "Fallback");

  /** More than any program allows. */
  private static final int DEEPEST = 50;

  private enum State {
    UNDECIDED,
    KEPT,
    EMPTIED,
    /** Its result, behind the instruction. */
    SHOWN
  }

  private final Deque<State> open = new ArrayDeque<>();

  /** How many fields were open where each choice began: a program reads one choice of several. */
  private final Deque<Integer> choices = new ArrayDeque<>();

  private int instructions;

  static boolean isHarmless(String instruction) {
    return HARMLESS.matcher(instruction).matches() || WITHIN.matcher(instruction).matches();
  }

  void start(StartElement element, String type) throws CannotClean {
    var local = element.getName().getLocalPart();
    instructions += INSTRUCTION.contains(local) ? 1 : 0;
    if (CHOICES.contains(local)) {
      emptyUndecided();
      choices.push(open.size());
    } else if (local.equals("fldChar")) {
      mark(type.strip());
    }
  }

  private void mark(String type) throws CannotClean {
    if (type.equals("begin")) {
      // a field that only another one gives its name
      emptyUndecided();
      if (open.size() >= DEEPEST) {
        throw new CannotClean();
      }
      open.push(State.UNDECIDED);
      return;
    }
    if (open.size() <= (choices.isEmpty() ? 0 : choices.peek())
        || !type.equals("separate") && !type.equals("end")) {
      throw new CannotClean();
    }
    open.pop();
    if (type.equals("separate")) {
      open.push(State.SHOWN);
    }
  }

  private void emptyUndecided() {
    if (open.peek() == State.UNDECIDED) {
      open.pop();
      open.push(State.EMPTIED);
    }
  }

  void end(String local) throws CannotClean {
    instructions -= INSTRUCTION.contains(local) ? 1 : 0;
    if (CHOICES.contains(local) && !choices.isEmpty() && choices.pop() != open.size()) {
      throw new CannotClean();
    }
  }

  /** Whether these words stay. All between the marks of a field are its instruction. */
  boolean keeps(Characters words) {
    if (open.contains(State.EMPTIED)) {
      return false;
    }
    if (open.peek() == State.UNDECIDED && !words.getData().isBlank()) {
      open.pop();
      var within = WITHIN.matcher(words.getData()).matches();
      open.push(within || isHarmless(words.getData()) ? State.KEPT : State.EMPTIED);
      if (within) {
        // what else it says may lead elsewhere
        open.pop();
        open.push(State.EMPTIED);
        return true;
      }
    }
    return instructions == 0 || open.peek() == State.KEPT || words.isWhiteSpace();
  }
}
