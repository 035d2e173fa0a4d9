package vn.sovang.projection.statistics;

/// The tables of the statistics; see the package.
final class StatisticsTables {
    static final String DDL =
            """
            -- what the ledger was told of a unit's names and place; empty columns stay as before
            create table unit_name (
                unit_id uuid not null,
                position bigint not null,
                known_at bigint not null,
                effective_on date not null,
                registered boolean not null,
                name text,
                authority_name text,
                level text,
                parent uuid,
                primary key (unit_id, position)
            );

            -- what became of units that are no more
            create table lineage (
                unit_id uuid not null,
                position bigint not null,
                known_at bigint not null,
                effective_on date not null,
                divided boolean not null,
                successors uuid[] not null,
                primary key (unit_id, position)
            );

            -- who was found to be the same, and found to be two again
            create table recipient_join (
                position bigint primary key,
                known_at bigint not null,
                recipient uuid not null,
                other uuid not null,
                joined boolean not null
            );

            create table award_type (
                code text not null,
                position bigint not null,
                known_at bigint not null,
                name text not null,
                level text not null,
                valid_from date,
                valid_to date,
                primary key (code, position)
            );

            -- what an award line was counted under, for what happens to it later
            create table award (
                award_id uuid primary key,
                award text not null,
                rank text,
                level text not null,
                recipient_kind text not null,
                commendation_type text not null,
                authority uuid not null,
                proposing_unit uuid,
                recipient_unit uuid,
                recipient uuid not null,
                effective_on date not null,
                late boolean not null,
                claimed_on date not null,
                arrived boolean not null,
                annulled boolean not null,
                annulled_claimed_on date,
                annulled_arrived boolean,
                stripped boolean not null,
                lost_on date,
                lost_claimed_on date,
                lost_arrived boolean
            );

            create table reissue_case (
                case_id uuid primary key,
                kind text not null,
                artifact_kind text not null,
                award text not null,
                rank text,
                recipient_kind text not null,
                commendation_type text not null,
                recipient uuid not null,
                recipient_unit uuid,
                office uuid not null
            );

            create table item (
                artifact_id uuid primary key,
                kind text not null
            );

            create table cell (
                cell_id bigint primary key,
                key text collate "C" not null unique,
                measure text not null,
                award text not null,
                rank text,
                level text not null,
                recipient_kind text,
                commendation_type text,
                authority uuid,
                proposing_unit uuid,
                recipient_unit uuid,
                reissue_kind text,
                artifact_kind text,
                restatement boolean not null
            );

            -- which cells a bucket has, so that a period is answered without looking at others
            create table filled (
                bucket smallint not null,
                starts date not null,
                cell_id bigint not null,
                authority uuid,
                primary key (bucket, starts, cell_id)
            );
            create index filled_authority on filled (authority, bucket, starts);

            create table running (
                bucket smallint not null,
                starts date not null,
                cell_id bigint not null,
                position bigint not null,
                delta bigint not null,
                total bigint not null,
                late_total bigint not null,
                primary key (bucket, starts, cell_id, position) include (total, late_total)
            );

            -- the facts themselves: ragged days, the office's claims, recipients, traces
            create table counted (
                cell_id bigint not null,
                effective_on date not null,
                position bigint not null,
                part smallint not null,
                known_at bigint not null,
                delta bigint not null,
                late smallint not null,
                claimed_on date not null,
                arrived boolean not null,
                recipient uuid
            );
            """;

    /// Facts are only read by readers.
    static final String INDEXES =
            """
            alter table counted add primary key (cell_id, effective_on, position, part);
            """;

    private StatisticsTables() {}
}
