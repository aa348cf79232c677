/** Lists in pages: cursors, links, CSV. */
package io.jointly.kit.paging;
