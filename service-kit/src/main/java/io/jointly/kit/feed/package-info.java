/** Following what other services did. */
package io.jointly.kit.feed;
