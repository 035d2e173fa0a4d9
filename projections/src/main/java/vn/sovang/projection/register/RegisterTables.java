package vn.sovang.projection.register;

/// The tables of the register. A row keeps what its events say; names of units and awards are
/// joined when read, so that a correction of a name shows everywhere at once.
final class RegisterTables {
    static final String DDL =
            """
            create table unit (
                unit_id uuid primary key,
                name text not null,
                authority_name text not null,
                level text not null,
                parent uuid,
                statistical_code text,
                exists_from date,
                ended_on date,
                successors uuid[] not null,
                reconciled boolean not null,
                position bigint not null
            );
            create index unit_authority on unit (authority_name);

            create table award_type (
                code text primary key,
                family text not null,
                name_vi text not null,
                name_en text,
                level text not null,
                recipients text[] not null,
                ranks text[] not null,
                artifacts text[] not null,
                state_level text not null,
                valid_from date,
                valid_to date,
                basis text,
                unverified text,
                position bigint not null,
                first_position bigint not null
            );

            create table competence (
                unit uuid not null,
                acting uuid not null,
                scope text not null,
                basis text not null,
                since date not null,
                until date,
                position bigint primary key
            );
            create index competence_unit on competence (unit);

            create table recipient (
                recipient_id uuid primary key,
                kind text not null,
                name text not null,
                birth text,
                residence text,
                restricted boolean not null,
                erased_on date,
                position bigint not null
            );

            -- both directions of every join that stands
            create table same_recipient (
                one uuid not null,
                other uuid not null,
                primary key (one, other)
            );

            create table contact (
                subject uuid primary key,
                recipient uuid not null,
                role text not null,
                kept_until date not null,
                erased_on date
            );
            create index contact_kept on contact (kept_until) where erased_on is null;

            create table decision (
                decision_id uuid primary key,
                authority uuid not null,
                number text not null,
                folded_number text not null,
                signed_on date not null,
                signer text,
                lines int not null,
                annulled_lines int not null,
                corrections int not null default 0,
                written_date text,
                as_found_rule text,
                as_found_reason text,
                as_found_second text,
                source text,
                confidence text,
                note text,
                vouched_by text,
                position bigint not null,
                known_at bigint not null
            );
            create index decision_newest on decision (signed_on, position);
            create index decision_authority on decision (authority, signed_on, position);

            create table award (
                award_id uuid primary key,
                award text not null,
                rank text not null,
                recipient uuid not null,
                recipient_kind text not null,
                commendation_type text not null,
                recipient_unit uuid,
                status text not null,
                mode text not null,
                decision uuid not null,
                decision_number text,
                folded_number text,
                decided_on date not null,
                authority uuid not null,
                line_number int not null,
                proposing_unit uuid,
                nomination uuid,
                annulled_ground text,
                annulled_by uuid,
                annulled_on date,
                annulled_number text,
                annulled_position bigint,
                stripped_ground text,
                stripped_by uuid,
                stripped_on date,
                stripped_number text,
                stripped_position bigint,
                presented_on date,
                prize_paid bigint not null default 0,
                prize_recovered bigint not null default 0,
                as_found_rule text,
                as_found_reason text,
                as_found_second text,
                source text,
                confidence text,
                note text,
                vouched_by text,
                position bigint not null,
                known_at bigint not null,
                recorded_at timestamptz not null
            );
            create index award_newest on award (decided_on, position);
            create index award_authority on award (authority, decided_on, position);
            create index award_code on award (award, decided_on, position);
            create index award_decision on award (decision, decided_on, position);
            create index award_taken on award (decided_on, position)
                where status in ('ANNULLED', 'STRIPPED');
            create index award_recipient on award (recipient, decided_on, position);

            create table artifact (
                artifact_id uuid primary key,
                award uuid not null,
                kind text not null,
                serial text,
                status text not null,
                issued_on date not null,
                status_since date not null,
                replaces uuid,
                replaced_by uuid,
                reissue_case uuid,
                design_as_of date,
                golden_book text,
                origin text not null,
                held_by uuid,
                keeper text,
                kept_since date,
                condition text,
                surveyed_on date,
                position bigint not null
            );
            create index artifact_award on artifact (award);

            create table reissue_case (
                case_id uuid primary key,
                kind text not null,
                reading text,
                award uuid,
                award_code text not null,
                commendation_type text not null,
                recipient uuid not null,
                recipient_kind text not null,
                artifact_kind text not null,
                artifact uuid,
                recipient_unit uuid,
                status text not null,
                office uuid,
                received_on date,
                proposed_on date,
                holder text,
                reply_number text,
                reply_date date,
                grade text,
                approved_on date,
                approved_by uuid,
                new_artifact uuid,
                wanted int not null,
                made int not null,
                handed_over int not null,
                priority text,
                asked_on date,
                missing text[],
                forwarded_on date,
                forwarded_to uuid,
                closed_on date,
                closed_by uuid,
                reasons text[],
                position bigint not null
            );
            create index reissue_case_award on reissue_case (award);
            create index reissue_case_newest on reissue_case (position);

            create table nomination (
                nomination_id uuid primary key,
                award text not null,
                rank text not null,
                recipient uuid not null,
                recipient_kind text not null,
                commendation_type text not null,
                recipient_unit uuid,
                status text not null,
                proposing_unit uuid not null,
                filed_on date,
                list uuid,
                list_number text,
                submitted_on date,
                submitted_to uuid,
                answered_by uuid,
                undecided text,
                received_on date,
                procedure text,
                appraisal text,
                checks_not_met int not null default 0,
                members int,
                in_favour int,
                open_objections int not null default 0,
                position bigint not null
            );
            create index nomination_newest on nomination (position);
            """;

    private RegisterTables() {}
}
