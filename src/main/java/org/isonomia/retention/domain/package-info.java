/** Classes, holds, lists and what is counted afterwards. */
package org.isonomia.retention.domain;
