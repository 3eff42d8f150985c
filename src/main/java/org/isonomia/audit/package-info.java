/**
 * What was done, read and refused, so that it can be proven. It listens at every act ({@link
 * org.isonomia.access.Allowed}) and is never called by another room: a record is written in the
 * act's own transaction, and if it cannot be, the act fails. One chainer seals the records in order
 * within seconds; the signed end of the chain leaves the house daily. Owns the tables {@code
 * audit_*}, which the program may add to and read, not change. Records hold codes and ids only.
 * What proves an export ({@link org.isonomia.audit.Verification}) needs neither database nor
 * server.
 */
package org.isonomia.audit;
