/**
 * Starts the program: reads the settings, runs the embedded PostgreSQL, prepares the tables and
 * hands the war to Payara Micro. At the operator's word it does something else instead: {@link
 * org.isonomia.launch.Backup} and {@link org.isonomia.launch.Restore}, which read and write all
 * tables as their owner and know no room but privacy's cryptography (in a process of their own,
 * with a jar of its own). It owns the data folder and the three database roles; it is the program's
 * main jar and not part of the war, so no other room may call it.
 */
package org.isonomia.launch;
