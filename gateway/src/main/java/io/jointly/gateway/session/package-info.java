/** Signing in and out, and finding out who calls: by session cookie or by bearer token. */
package io.jointly.gateway.session;
