/**
 * The only door to the process engine, and the worklist. Rooms start processes, tell them messages
 * and complete tasks through {@link org.isonomia.workflow.Workflow}; subpackage {@code camunda} is
 * the only place that knows which engine it is. The worklist and the trail of steps are tables of
 * our own, written in the act's transaction; the engine's history is off. Knows none of the rooms.
 */
package org.isonomia.workflow;
