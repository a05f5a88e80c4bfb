using PayPage.Domain.Team;

namespace PayPage.Pages.Office;

/// <summary>The right that a page of a merchant's back office needs; on a handler, the one that this form needs beside it. Every such page names one: a test walks them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
