"""Everything that knows of Sphinx, in rooms: what an author writes becomes what a reader sees.

Imports go only downward. From the top: ``wiring``; ``transforms``; ``lists``; ``cards``, ``rebuild`` and ``outputs``;
``domain``; ``directives``; ``library``; ``config``, ``labels``, ``assets`` and ``linkcheck``; ``nodes`` and ``messages``.
"""
