namespace PayPage.Domain.Merchants;

/// <summary>How whoever has the key proves that he has it.</summary>
public enum ApiKeyKind
{
    /// <summary>He sends it: <c>Authorization: Bearer</c>.</summary>
    Bearer,

    /// <summary>He signs each call with it and never sends it.</summary>
    SharedSecret,
}
