/**
 * Key results: what is measured, where it started, where it shall go, and the history of its
 * check-ins.
 */
package io.jointly.okr.keyresult;
