package io.axiom.version.changelog;

import io.axiom.language.json.Json;
import io.axiom.language.version.Changelog;
import io.axiom.language.version.Changelog.Group;
import io.axiom.language.version.Changelog.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * A changelog as templates see it: its JSON, and for each section {@code hasBreaking}, {@code hasNotes} and {@code hasChanges}
 * (whether a template that shows what is notable shows anything), because Mustache cannot ask whether a list is empty without
 * repeating what it encloses.
 */
final class TemplateModel {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private TemplateModel() {}

    static Map<String, Object> of(Changelog changelog) {
        Map<String, Object> model = new LinkedHashMap<>(Json.mapper().convertValue(changelog, MAP));
        List<Map<String, Object>> sections = new ArrayList<>();
        changelog.sections().forEach(section -> sections.add(of(section)));
        model.put("sections", sections);
        return model;
    }

    private static Map<String, Object> of(Section section) {
        Map<String, Object> model = new LinkedHashMap<>(Json.mapper().convertValue(section, MAP));
        boolean breaking = !section.breaking().isEmpty();
        boolean notes = !section.notes().isEmpty();
        model.put("hasBreaking", breaking);
        model.put("hasNotes", notes);
        model.put("hasChanges", breaking || notes || section.groups().stream().anyMatch(Group::notable));
        return model;
    }
}
