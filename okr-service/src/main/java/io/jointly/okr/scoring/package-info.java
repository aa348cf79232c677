/** How far along key results and objectives are: pure arithmetic, no records. */
package io.jointly.okr.scoring;
