/**
 * One class per act and one per question. Permission, row rule and transaction live here and
 * nowhere else.
 */
package org.isonomia.casework.application;
