using PayPage.Domain.Processors;

namespace PayPage.Pages.Pay;

/// <summary>What the place of a processor's own form is made of (_Form.cshtml).</summary>
/// <param name="Processor">As payers know it.</param>
internal sealed record FormParts(ILinkPage Page, PageForm Form, string Processor)
{
    /// <summary>In a preview nobody pays and nothing of a processor's is loaded: a picture shows where the form will be.</summary>
    public bool IsStill => Page.Scheme is not null;
}
