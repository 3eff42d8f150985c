package org.isonomia.audit.application;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.shared.Problem;

/**
 * Stands around an act, its permission and its transaction: what is refused there is written down
 * although the act leaves nothing behind. A number that does not exist is written as one that is
 * not theirs, because it looks the same. Who is not signed in is asked to, which is no refusal.
 */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 90)
public class WatchActs {
  private static final Logger LOG = Logger.getLogger(WatchActs.class.getName());

  @Inject KeepRefusals refusals;

  @AroundInvoke
  Object watch(InvocationContext call) throws Exception {
    var deed = Deed.begin();
    try {
      var answer = call.proceed();
      if (deed.isOutermost() && deed.refusal() != null) {
        keep(deed, call, deed.refusal());
      }
      return answer;
    } catch (Problem problem) {
      if (deed.isOutermost() && isRefusal(problem, deed)) {
        keep(deed, call, problem.code());
      }
      throw problem;
    } finally {
      deed.end();
    }
  }

  private static boolean isRefusal(Problem problem, Deed deed) {
    return problem.kind() == Problem.Kind.FORBIDDEN
        || problem.kind() == Problem.Kind.NOT_FOUND && deed.actor().isSignedIn();
  }

  /** The refusal stands even where it cannot be written down: nothing was shown. */
  private void keep(Deed deed, InvocationContext call, String code) {
    try {
      var found = Subject.of(call.getMethod(), call.getParameters(), null);
      refusals.keep(
          deed,
          new Deed.Done(
              Allowed.Trace.NONE,
              Subject.codeOf(call.getMethod()),
              deed.subject() != null ? deed.subject() : found.subject(),
              deed.caseNumber() != null ? deed.caseNumber() : found.caseNumber()),
          code);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a refusal could not be recorded: {0}", e.getClass().getName());
    }
  }

  static Allowed allowed(Method act) {
    var own = act.getAnnotation(Allowed.class);
    return own != null ? own : act.getDeclaringClass().getAnnotation(Allowed.class);
  }
}
