/** Escalations, decisions and their effect: how departments settle matters together. */
package io.jointly.governance;
