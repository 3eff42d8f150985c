/** The partner's pages, by link or signed in, and the pages of staff who follow a referral. */
package org.isonomia.referral.web;
