package io.jointly.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of a list.
 *
 * @param next address of the following stretch, null at the end
 * @param total how many there are in all, only when {@code count=true} asked for it
 */
public record Page<T>(
        List<T> items,
        @Schema(description = "Address of the next page; null on the last one", nullable = true)
                String next,
        @Schema(description = "Address of this page") String self,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Size of the whole list, with count=true only")
                Long total)
        implements Tabular {}
