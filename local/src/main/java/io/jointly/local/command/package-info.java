/** The commands behind the script {@code ./jointly}. */
package io.jointly.local.command;
