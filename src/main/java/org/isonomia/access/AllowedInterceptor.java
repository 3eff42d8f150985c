package org.isonomia.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.isonomia.shared.Problem;

/** Asks the table of permissions before an act begins, outside its transaction. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class AllowedInterceptor {
  @AroundInvoke
  Object ask(InvocationContext call) throws Exception {
    var allowed = call.getMethod().getAnnotation(Allowed.class);
    if (allowed == null) {
      allowed = call.getMethod().getDeclaringClass().getAnnotation(Allowed.class);
    }
    var actor = Actor.current();
    if (!allowed.value().heldBy(actor)) {
      throw actor.isSignedIn() ? Problem.forbidden("not-yours") : Problem.unauthenticated();
    }
    return call.proceed();
  }
}
