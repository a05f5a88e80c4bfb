namespace PayPage.Domain.Merchants;

/// <summary>What an API key may do. One of them alone says what a call needs.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>Look: whatever is asked with GET.</summary>
    Read = 1,

    /// <summary>Make and change invoices, send them, upload files.</summary>
    Write = 2,

    /// <summary>Give money back.</summary>
    Refund = 4,

    All = Read | Write | Refund,
}
