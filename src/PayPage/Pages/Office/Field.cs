namespace PayPage.Pages.Office;

/// <summary>One line to type into, for <c>_Field</c>: label, what was typed, a hint, and what is wrong with it.</summary>
/// <param name="Name">As it is posted, e.g. <c>Input.Email</c>.</param>
/// <param name="Fault">From <see cref="OfficeBase.FaultOf"/>.</param>
/// <param name="Type">HTML's input type; <c>textarea</c> for several lines.</param>
/// <param name="Autocomplete">HTML's autofill field name; <c>off</c> where a browser cannot know it.</param>
internal sealed record Field(
    string Name, string Label, string? Value, string? Fault = null, string? Hint = null, string Type = "text", string Autocomplete = "off",
    int? MaxLength = null, bool IsRequired = false, string? InputMode = null, string? Placeholder = null, int Rows = 3, bool IsReadOnly = false)
{
    public string Id => FieldId.Of(Name);

    /// <summary>For aria-describedby: what is read out after the label.</summary>
    public string? DescribedBy => (Hint, Fault) switch
    {
        (not null, not null) => $"{Id}-hint {Id}-fault",
        (not null, null) => $"{Id}-hint",
        (null, not null) => $"{Id}-fault",
        _ => null,
    };
}
