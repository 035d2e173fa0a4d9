/// The demonstration: the award work of Phan Rang–Tháp Chàm in the first half of 2024, rebuilt from
/// the totals of the city's own report, and two short stories outside that period that show an item
/// lost and re-issued, an award annulled and its item withdrawn.
///
/// Everything goes the way real work goes: a workbook is imported, commands are submitted. Running
/// it again changes nothing, because every request has a fixed identity.
@NullMarked
package vn.sovang.api.demo;

import org.jspecify.annotations.NullMarked;
