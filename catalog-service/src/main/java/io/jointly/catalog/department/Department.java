package io.jointly.catalog.department;

import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.Entity;

/** A department as the organisation knows it. */
@Entity
class Department extends Aggregate {
    private String code;
    private String name;
    private String purpose;
    private String expertise;
    private String parent;
    private String timeZone;

    protected Department() {}

    Department(NewDepartment wish) {
        code = wish.code();
        describe(wish.description());
    }

    String code() {
        return code;
    }

    Link link() {
        return new Link("department", code);
    }

    void describe(DepartmentDescription description) {
        name = description.name();
        purpose = description.purpose();
        expertise = description.expertise();
        parent = description.parent();
        timeZone = description.timeZone();
        touch();
    }

    DepartmentDescription description() {
        return new DepartmentDescription(name, purpose, expertise, parent, timeZone);
    }

    DepartmentView view() {
        return new DepartmentView(
                code,
                name,
                purpose,
                expertise,
                parent,
                timeZone,
                version(),
                createdAt(),
                updatedAt());
    }
}
