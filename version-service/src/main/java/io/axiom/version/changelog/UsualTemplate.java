package io.axiom.version.changelog;

/** The layout of conventional-changelog, which most readers of changelogs know. */
final class UsualTemplate {
    static final String TEXT = """
            # {{component}}{{#from}} {{from}} → {{to}}{{/from}}
            {{#sections}}

            ## {{#compareUrl}}[{{version}}]({{{compareUrl}}}){{/compareUrl}}{{^compareUrl}}{{version}}{{/compareUrl}}{{#date}} ({{date}}){{/date}}{{#yanked}} [YANKED]{{/yanked}}
            {{#hasBreaking}}

            ### ⚠ BREAKING CHANGES

            {{#breaking}}
            * {{#scope}}**{{scope}}:** {{/scope}}{{description}}{{#shortCommit}} ({{#commitUrl}}[{{shortCommit}}]({{{commitUrl}}}){{/commitUrl}}{{^commitUrl}}{{shortCommit}}{{/commitUrl}}){{/shortCommit}}
            {{/breaking}}
            {{/hasBreaking}}
            {{#hasNotes}}

            {{#notes}}
            * {{.}}
            {{/notes}}
            {{/hasNotes}}
            {{#groups}}
            {{#notable}}

            ### {{title}}

            {{#entries}}
            * {{#scope}}**{{scope}}:** {{/scope}}{{description}}{{#shortCommit}} ({{#commitUrl}}[{{shortCommit}}]({{{commitUrl}}}){{/commitUrl}}{{^commitUrl}}{{shortCommit}}{{/commitUrl}}){{/shortCommit}}{{#issues}}, {{#url}}[{{label}}]({{{url}}}){{/url}}{{^url}}{{label}}{{/url}}{{/issues}}
            {{/entries}}
            {{/notable}}
            {{/groups}}
            {{^hasChanges}}

            No changes are known.
            {{/hasChanges}}
            {{/sections}}
            """;

    private UsualTemplate() {}
}
