package io.jointly.catalog.department;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jointly.catalog.reference.Code;
import io.jointly.catalog.reference.TimeZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department to be added. */
@Schema(description = "A department to be added.")
public record NewDepartment(
        @NotNull @Code @Schema(description = "Its code for good", examples = "hr") String code,
        @NotBlank @Size(max = 120) @Schema(examples = "Human Resources") String name,
        @NotBlank @Size(max = 2000) @Schema(examples = "People find, do and keep good work here.")
                String purpose,
        @Size(max = 2000) @Schema(nullable = true, examples = "Fair and quick hiring")
                String expertise,
        @Code @Schema(description = "Code of the department above", nullable = true) String parent,
        @NotNull @TimeZoneName @Schema(examples = "Europe/Paris") String timeZone) {

    @JsonIgnore
    DepartmentDescription description() {
        return new DepartmentDescription(name, purpose, expertise, parent, timeZone);
    }
}
