/** The stretches of time that objectives are set for: a quarter, a year, or any other. */
package io.jointly.okr.cycle;
