/** Working time: what two working days mean where a department works. */
package io.jointly.governance.worktime;
