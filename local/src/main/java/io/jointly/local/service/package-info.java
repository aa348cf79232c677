/** The three services and the gateway as processes. */
package io.jointly.local.service;
