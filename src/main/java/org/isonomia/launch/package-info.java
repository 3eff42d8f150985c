/**
 * Starts the program: reads the settings, runs the embedded PostgreSQL, prepares the tables and
 * hands the war to Payara Micro. It owns the data folder and the three database roles; it is the
 * program's main jar and not part of the war, so no other room may call it.
 */
package org.isonomia.launch;
