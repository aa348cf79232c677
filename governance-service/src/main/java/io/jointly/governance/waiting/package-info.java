/** What waits for whoever asks. */
package io.jointly.governance.waiting;
