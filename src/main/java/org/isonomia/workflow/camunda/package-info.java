/**
 * The only place that knows which engine it is (Camunda 7). Everybody else speaks to {@link
 * org.isonomia.workflow.Workflow}. Here are the engine's set-up, the threads that run its jobs, the
 * listeners that write our own trail, and the clock it goes by.
 */
package org.isonomia.workflow.camunda;
