package org.isonomia.workflow.camunda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.isonomia.workflow.Hands;

/**
 * Finds the hands of a picture by the name that its expressions use: the process id. Only beans
 * that are {@link Hands} can be called from a picture.
 */
@ApplicationScoped
class HandsOfPictures {
  @Inject BeanManager beans;

  private final ConcurrentHashMap<String, Optional<Hands>> found = new ConcurrentHashMap<>();

  /** The hands of this process; empty when no room has any under that name. */
  Optional<Hands> of(String processId) {
    return found.computeIfAbsent(processId, this::look);
  }

  private Optional<Hands> look(String name) {
    Bean<?> bean = beans.resolve(beans.getBeans(name));
    if (bean == null || !bean.getTypes().contains(Hands.class)) {
      return Optional.empty();
    }
    if (!beans.isNormalScope(bean.getScope())) {
      throw new IllegalStateException("hands need a normal scope: " + name);
    }
    // a client proxy: it may be kept for as long as the program runs
    return Optional.of(
        (Hands) beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean)));
  }
}
