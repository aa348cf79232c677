/** What the shared mechanism adds to every API description. */
package io.jointly.kit.openapi;
