package org.isonomia.workflow.camunda;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.isonomia.access.Actor;
import org.isonomia.workflow.Hands;

/**
 * Lets the expressions of a picture call its hands, as the house: what follows from a person's act
 * by the picture is done by the house, whoever started it.
 */
final class HandsInExpressions extends ELResolver {
  private final HandsOfPictures hands;

  HandsInExpressions(HandsOfPictures hands) {
    this.hands = hands;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null || !(property instanceof String name)) {
      return null;
    }
    var found = hands.of(name);
    found.ifPresent(ignored -> context.setPropertyResolved(true));
    return found.orElse(null);
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
    if (!(base instanceof Hands)) {
      return null;
    }
    context.setPropertyResolved(true);
    int count = parameters == null ? 0 : parameters.length;
    for (Method candidate : base.getClass().getMethods()) {
      if (candidate.getName().equals(method)
          && candidate.getParameterCount() == count
          && !candidate.isBridge()
          && !Modifier.isStatic(candidate.getModifiers())) {
        return Actor.HOUSE.run(() -> call(candidate, base, parameters));
      }
    }
    throw new ELException("no such method in the hands: " + method);
  }

  private static Object call(Method method, Object base, Object[] parameters) {
    try {
      return method.invoke(base, parameters);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new ELException("hands failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException("hands are not public: " + method.getName(), e);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {}

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base == null ? String.class : null;
  }
}
