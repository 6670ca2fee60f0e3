"""Makes a small sentence-transformers model of another kind than the installed one, in a folder.

Its words are pieces, as in multilingual models, its weights are by chance: it means nothing, but is whole.
"""

import sys
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer, models
from tokenizers import Tokenizer, pre_tokenizers, processors, trainers
from tokenizers.models import Unigram
from transformers import PreTrainedTokenizerFast, XLMRobertaConfig, XLMRobertaModel

_WORDS = ["which schools have a program", "qué escuelas tienen un programa", "las metas del distrito"]
_MARKS = {"cls_token": "<s>", "pad_token": "<pad>", "sep_token": "</s>", "unk_token": "<unk>"}


def main(folder: Path) -> None:
    """Write the model."""
    pieces = Tokenizer(Unigram())
    pieces.pre_tokenizer = pre_tokenizers.Metaspace()
    unknown = {"unk_token": _MARKS["unk_token"]}
    trainer = trainers.UnigramTrainer(vocab_size=120, special_tokens=[*_MARKS.values()], **unknown)
    pieces.train_from_iterator(_WORDS * 20, trainer)
    pieces.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    torch.manual_seed(1)
    form = XLMRobertaConfig(
        vocab_size=120, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=130, pad_token_id=1,
    )  # fmt: skip
    bare = folder / "bare"
    XLMRobertaModel(form).save_pretrained(bare)
    PreTrainedTokenizerFast(tokenizer_object=pieces, **_MARKS).save_pretrained(bare)
    parts = [models.Transformer(str(bare), max_seq_length=64), models.Pooling(32), models.Dense(32, 24)]
    SentenceTransformer(modules=parts, device="cpu").save(str(folder / "whole"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
