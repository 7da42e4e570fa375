package io.axiom.version.surface.openapi.schema;

import java.util.Objects;

/** What text holds: {@code contentMediaType} and {@code contentEncoding}; and how a value is written in XML. */
final class ContentRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        changed(site, "contentMediaType", "content-media-type-changed");
        changed(site, "contentEncoding", "content-encoding-changed");
        if (site.usage().isXml()) {
            changed(site, "xml", "xml-changed");
        }
    }

    private static void changed(Site site, String keyword, String rule) {
        var before = site.previous().get(keyword);
        var after = site.current().get(keyword);
        if (!Objects.equals(before, after)) {
            site.report(rule, SchemaRule.text(before), SchemaRule.text(after));
        }
    }
}
