package org.isonomia.audit.application;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;

/**
 * Writes down an act that was done, inside its transaction: both or neither. Of acts inside an act
 * those are kept that are about something else; a list that reads for its lines shows nobody's
 * content.
 */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class RecordActs {
  @Inject KeepRecords records;

  @AroundInvoke
  Object write(InvocationContext call) throws Exception {
    var answer = call.proceed();
    var deed = Deed.current();
    if (deed == null || records.isOff()) {
      return answer;
    }
    var trace = WatchActs.allowed(call.getMethod()).trace();
    if (trace != Allowed.Trace.NONE && deed.outermost().refusal() == null) {
      deed.add(done(deed, trace, call, answer));
    }
    if (deed.isOutermost()) {
      records.append(deed, trace);
    }
    return answer;
  }

  private static Deed.Done done(
      Deed deed, Allowed.Trace trace, InvocationContext call, Object answer) {
    var found = Subject.of(call.getMethod(), call.getParameters(), answer);
    return new Deed.Done(
        trace,
        Subject.codeOf(call.getMethod()),
        deed.subject() != null ? deed.subject() : found.subject(),
        deed.caseNumber() != null ? deed.caseNumber() : found.caseNumber());
  }
}
