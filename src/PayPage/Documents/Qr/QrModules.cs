using System.Collections;
using QRCoder;

namespace PayPage.Documents.Qr;

/// <summary>A QR code (ISO/IEC 18004) of error correction level M: a square of dark and light modules, with the four light ones around it that readers need.</summary>
internal sealed class QrModules
{
    public const int QuietZone = 4;

    private readonly List<BitArray> _rows;

    public QrModules(Uri address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        _rows = data.ModuleMatrix;    // with the quiet zone
    }

    /// <summary>Modules along one side, with the quiet zone.</summary>
    public int Side => _rows.Count;

    /// <summary>Dark modules that lie side by side, row by row from the top.</summary>
    public IEnumerable<Run> Runs()
    {
        for (var row = 0; row < Side; row++)
        {
            for (var from = 0; from < Side; from++)
            {
                var to = from;

                while (to < Side && _rows[row][to])
                {
                    to++;
                }

                if (to > from)
                {
                    yield return new Run(row, from, to - from);
                    from = to;
                }
            }
        }
    }

    /// <param name="Row">0 at the top.</param>
    /// <param name="Column">0 at the left.</param>
    internal readonly record struct Run(int Row, int Column, int Length);
}
