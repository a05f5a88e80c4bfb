using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Disputes;

namespace PayPage.Pages.Office.Disputes;

/// <summary>A page about one dispute. A foreign one and none are one answer: 404.</summary>
internal abstract class DisputePage : OfficePage
{
    [FromRoute(Name = "dispute")]
    public string DisputeText { get; init; } = "";

    /// <summary>Null where the address names none.</summary>
    protected DisputeId? Named => PrefixedId.Read("dsp_", DisputeText) is { } id ? new DisputeId(id) : null;
}
